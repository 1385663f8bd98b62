/** Whether a text can stand in an event as a code or as the name that a colleague signs by: short, and in one line. */
export const isCode = (text: string): boolean => /^\P{Cc}{1,64}$/u.test(text);
