/** How our events say where they come from, in the words of Sentry: `captureProblems()` writes it, and `shouldReport()` knows them by it. */
export const MECHANISM = 'http-problems'
