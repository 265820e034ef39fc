/** Whether a database can keep the text: it has no NUL and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** The text with what cannot be kept replaced by the sign for an unreadable character. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');
