/** The form of an HPR number (domain.md 2.2). What has another form is simply unknown, and nobody is asked. */
export const isWellFormedHprNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

/** Numbers in use have 7 or 8 digits: another length is worth a second look, and no mistake for certain. */
export const isUsualHprLength = (text: string): boolean => text.length === 7 || text.length === 8;
