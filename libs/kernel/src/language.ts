export const languages = ['nb', 'nn', 'en'] as const;

/** A language that the service speaks. */
export type Language = (typeof languages)[number];

/** One text in every language: a language that is left out does not compile. */
export type InLanguages<Text> = Readonly<Record<Language, Text>>;

/** Whether a text names one of them. */
export const isLanguage = (text: unknown): text is Language => languages.some((one) => one === text);
