// Routes of what Home shows.

export const homeRoutes = {} as const;
