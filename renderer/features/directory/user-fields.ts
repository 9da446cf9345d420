// The attributes of a person as the portal groups and names them: one table for the details and for the form.
import {
  EXTENSION_ATTRIBUTES,
  type UserTextAttribute,
} from '../../../shared/simulator/directory.ts';

interface UserField {
  readonly name: UserTextAttribute;
  readonly label: string;
}

interface UserSection {
  readonly title: string;
  readonly fields: readonly UserField[];
}

export const USER_SECTIONS: readonly UserSection[] = [
  {
    title: 'Identity',
    fields: [
      { name: 'givenName', label: 'First name' },
      { name: 'surname', label: 'Last name' },
      { name: 'mailNickname', label: 'Mail nickname' },
      { name: 'preferredLanguage', label: 'Preferred language' },
      { name: 'originalUserPrincipalName', label: 'Original user principal name' },
    ],
  },
  {
    title: 'Job information',
    fields: [
      { name: 'jobTitle', label: 'Job title' },
      { name: 'companyName', label: 'Company name' },
      { name: 'department', label: 'Department' },
      { name: 'employeeId', label: 'Employee ID' },
      { name: 'employeeType', label: 'Employee type' },
      { name: 'physicalDeliveryOfficeName', label: 'Office location' },
    ],
  },
  {
    title: 'Contact information',
    fields: [
      { name: 'mail', label: 'Email' },
      { name: 'telephoneNumber', label: 'Business phone' },
      { name: 'mobile', label: 'Mobile phone' },
      { name: 'facsimileTelephoneNumber', label: 'Fax number' },
      { name: 'streetAddress', label: 'Street address' },
      { name: 'city', label: 'City' },
      { name: 'state', label: 'State or province' },
      { name: 'postalCode', label: 'ZIP or postal code' },
      { name: 'country', label: 'Country or region' },
      { name: 'usageLocation', label: 'Usage location' },
    ],
  },
  {
    title: 'On-premises',
    fields: [
      { name: 'onPremisesSamAccountName', label: 'SAM account name' },
      { name: 'onPremisesUserPrincipalName', label: 'On-premises user principal name' },
    ],
  },
  {
    title: 'Extension attributes',
    fields: EXTENSION_ATTRIBUTES.map((name) => ({ name, label: name })),
  },
];
