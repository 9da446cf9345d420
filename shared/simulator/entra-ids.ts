// Ids of the simulated Entra.

/** The directory; one for all workspaces. */
export const ENTRA_TENANT_ID = '00000000-0000-4000-8000-0000000000aa';
