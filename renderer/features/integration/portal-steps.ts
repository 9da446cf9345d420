// Entra's set-up of provisioning, as its portal names things. `current`: since 2025; `classic`: what tutorials of the
// years before show. @see Microsoft Learn, "Develop and plan provisioning for a SCIM endpoint"

export type Portal = 'current' | 'classic';

interface PortalStep {
  readonly title: string;
  /** Where to click, in order. */
  readonly path?: readonly string[];
  readonly text: string;
}

export const PORTAL_STEPS: Readonly<Record<Portal, readonly PortalStep[]>> = {
  current: [
    {
      title: 'Create an application',
      path: ['Enterprise applications', 'New application', 'Create your own application'],
      text: 'Choose "Integrate any other application you don\'t find in the gallery (Non-gallery)".',
    },
    {
      title: 'Paste both values',
      path: ['Your application', 'Provisioning', 'New configuration'],
      text: 'Copy Tenant URL and Secret Token from here, choose Test Connection, then Create.',
    },
    {
      title: 'Assign someone',
      path: ['Your application', 'Users and groups', 'Add user/group'],
      text: 'Only who is assigned is in scope.',
    },
    {
      title: 'Try one person, then start',
      path: ['Provisioning', 'Provision on demand'],
      text: 'It shows each step for one user. Then, under Overview, choose Start provisioning.',
    },
  ],
  classic: [
    {
      title: 'Create an application',
      path: ['Enterprise applications', 'New application', 'Non-gallery application'],
      text: 'Give it a name and choose Add.',
    },
    {
      title: 'Paste both values',
      path: ['Your application', 'Provisioning', 'Provisioning Mode: Automatic'],
      text: 'Under Admin Credentials paste Tenant URL and Secret Token, then choose Test Connection.',
    },
    {
      title: 'Notification Email, Save',
      text: 'Enter an address, tick "Send an email notification when a failure occurs", and choose Save.',
    },
    {
      title: 'Mappings',
      text: 'Look through the mappings of users and of groups; the defaults work with this tenant.',
    },
    {
      title: 'Switch it on',
      path: ['Settings', 'Provisioning Status: On'],
      text: 'Set Scope to "Sync only assigned users and groups", choose Save, and assign somebody.',
    },
  ],
};
