/** The readability index LIX: words a sentence, and of a hundred words those of more than six letters. */
export const lixOf = (text: string): number => {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const sentences = text.match(/[.:!?](?=\s|$)/g)?.length ?? 1;
  const long = words.filter((word) => word.length > 6).length;
  return words.length / Math.max(1, sentences) + (100 * long) / words.length;
};
