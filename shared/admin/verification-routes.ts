// Routes for tests: count, find, wait.

export const verificationRoutes = {} as const;
