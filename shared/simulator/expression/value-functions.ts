// Functions that decide, count, list and encode.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
import { describeFunctions } from './expression-function.ts';

const LOGIC_FUNCTIONS = describeFunctions('Logic', {
  IIF: {
    parameters: 'condition, valueIfTrue, valueIfFalse',
    returns: 'any',
    documentation:
      'One of two values by a condition with =, <>, >, >=, < or <=. There is no AND or OR: nest. A condition with an attribute that is null or empty fails.',
    example: ['IIF([country]="USA", [country], [department])', 'USA'],
  },
  Switch: {
    parameters: 'source, defaultValue, ...key, value',
    returns: 'any',
    documentation:
      'The value behind the first key that equals the source, case-sensitive; otherwise the default, which may be left empty. A source that is null or empty equals the key "".',
    example: ['Switch([state], "Other", "NSW", "Sydney", "QLD", "Brisbane")', 'Brisbane'],
  },
  Coalesce: {
    parameters: '...source',
    returns: 'any',
    documentation: 'The first value that is not null.',
    example: ['Coalesce([mail], [userPrincipalName])', 'adele@contoso.com'],
  },
  Not: {
    parameters: 'source',
    returns: 'truth value',
    documentation: 'False where the source is "True", otherwise True, for null too.',
    example: ['Not([IsSoftDeleted])', 'True'],
  },
  IsNull: {
    parameters: 'expression',
    returns: 'truth value',
    documentation: 'Whether there is no value. An empty text is one.',
    example: ['IsNull([displayName])', 'False'],
  },
  IsNullOrEmpty: {
    parameters: 'expression',
    returns: 'truth value',
    documentation: 'Whether there is no value, or an empty text.',
    example: ['IsNullOrEmpty([displayName])', 'False'],
  },
  IsPresent: {
    parameters: 'expression',
    returns: 'truth value',
    documentation: 'Whether there is a value that is not an empty text.',
    example: ['IsPresent([displayName])', 'True'],
  },
  IsString: {
    parameters: 'expression',
    returns: 'truth value',
    documentation: 'Whether the value is text.',
    example: ['IsString([displayName])', 'True'],
  },
  CBool: {
    parameters: 'expression',
    returns: 'truth value',
    documentation: 'True for a number that is not 0 and for a comparison that holds.',
    example: ['CBool([mail] = [userPrincipalName])', 'True'],
  },
  IgnoreFlowIfNullOrEmpty: {
    parameters: 'expression',
    returns: 'any',
    documentation:
      'The value; where it is null or empty the attribute is left out of what is sent, default value or not. It works around a whole expression.',
    example: ['IgnoreFlowIfNullOrEmpty([department])', 'Sales'],
  },
});

const NUMBER_FUNCTIONS = describeFunctions('Numbers', {
  BitAnd: {
    parameters: 'value1, value2',
    returns: 'number',
    documentation: 'The bits that both numbers have. &H begins a hexadecimal number.',
    example: ['BitAnd(&HF, &HF7)', '7'],
  },
  Count: {
    parameters: 'attribute',
    returns: 'number',
    documentation: 'How many values a multi-valued attribute has.',
    example: ['Count([proxyAddresses])', '2'],
  },
  CStr: {
    parameters: 'value',
    returns: 'text',
    documentation: 'A number, truth value or reference as text.',
    example: ['CStr(12)', '12'],
  },
});

const LIST_FUNCTIONS = describeFunctions('Multi-valued', {
  Item: {
    parameters: 'attribute, index',
    returns: 'text',
    documentation: 'One value of a multi-valued attribute, counted from 1.',
    example: ['Item([proxyAddresses], 1)', 'SMTP:adele@contoso.com'],
  },
  RemoveDuplicates: {
    parameters: 'attribute',
    returns: 'several texts',
    documentation: 'The values of a multi-valued attribute, each once.',
    example: ['RemoveDuplicates([proxyAddresses])', 'SMTP:adele@contoso.com'],
  },
  Split: {
    parameters: 'source, delimiter',
    returns: 'several texts',
    documentation: 'The parts of a text between delimiters, without the spaces around them.',
    example: ['Split("One, Two", ",")', 'One; Two'],
  },
});

const ENCODING_FUNCTIONS = describeFunctions('Encoding', {
  ConvertToBase64: {
    parameters: 'source',
    returns: 'text',
    documentation: 'Base64 of the text in UTF-16, little-endian: not what most programs expect.',
    example: ['ConvertToBase64("Hello world!")', 'SABlAGwAbABvACAAdwBvAHIAbABkACEA'],
  },
  ConvertToUTF8Hex: {
    parameters: 'source',
    returns: 'text',
    documentation: 'The bytes of the text in UTF-8 as hexadecimal digits.',
    example: ['ConvertToUTF8Hex("Hello world!")', '48656C6C6F20776F726C6421'],
  },
  Guid: {
    parameters: '',
    returns: 'text',
    documentation: 'A new GUID. Every evaluation gives another.',
    example: ['Guid()', '9b2f0a51-2b60-4b4d-9d56-1a8b8f6d1c07'],
  },
  Redact: {
    parameters: 'value',
    returns: 'any',
    documentation: 'The value; in the provisioning logs it shows as [Redact].',
    example: ['Redact([employeeId])', '10042'],
  },
});

const ROLE_FUNCTIONS = describeFunctions('Roles', {
  SingleAppRoleAssignment: {
    parameters: 'appRoleAssignments',
    returns: 'role',
    documentation: 'The role of a user who has one. Which one it is of several is not specified.',
    example: ['SingleAppRoleAssignment([appRoleAssignments])', 'Admin'],
  },
  AppRoleAssignmentsComplex: {
    parameters: 'appRoleAssignments',
    returns: 'roles',
    documentation: 'All roles of the user. Changes add roles and never take one away.',
    example: ['AppRoleAssignmentsComplex([appRoleAssignments])', 'Admin; User'],
  },
  AssertiveAppRoleAssignmentsComplex: {
    parameters: 'appRoleAssignments',
    returns: 'roles',
    documentation: 'All roles of the user. Changes replace the whole set.',
    example: ['AssertiveAppRoleAssignmentsComplex([appRoleAssignments])', 'Admin; User'],
  },
  AppRoleAssignments: {
    parameters: 'appRoleAssignments',
    returns: 'several texts',
    documentation: 'The values of all roles of the user as plain texts; older than the others.',
    example: ['AppRoleAssignments([appRoleAssignments])', 'Admin; User'],
  },
});

const OTHER_FUNCTIONS = [
  ...describeFunctions('Text', {
    DefaultDomain: {
      parameters: '',
      returns: 'text',
      documentation: 'The default domain of the directory.',
      example: ['Append("adele@", DefaultDomain())', 'adele@contoso.com'],
    },
  }),
  ...describeFunctions('Creation only', {
    SelectUniqueValue: {
      parameters: 'rule, ...rule',
      returns: 'text',
      documentation:
        'The first value that no object of the target has. Only provisioning from HR systems into Active Directory knows it; here it is refused.',
      example: ['SelectUniqueValue([mailNickname], [userPrincipalName])', 'refused'],
    },
  }),
];

export const VALUE_FUNCTIONS = [
  ...LOGIC_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
  ...ROLE_FUNCTIONS,
  ...OTHER_FUNCTIONS,
];
