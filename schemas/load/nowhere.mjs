// Workers and browsers: nothing can be loaded at run time.
export const load = () => undefined
