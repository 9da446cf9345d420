// Routes of the settings.

export const settingRoutes = {} as const;
