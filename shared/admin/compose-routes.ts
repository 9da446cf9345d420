// Routes of Compose.

export const composeRoutes = {} as const;
