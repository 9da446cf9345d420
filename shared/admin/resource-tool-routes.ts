// Routes of work on many resources or on their past.

export const resourceToolRoutes = {} as const;
