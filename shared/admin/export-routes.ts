// Routes of exported and imported exchanges.

export const exportRoutes = {} as const;
