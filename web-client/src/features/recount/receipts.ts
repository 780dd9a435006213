/** A receipt in fours, as phones show it and people read it out. */
export const inFours = (receipt: string): string => receipt.replace(/(.{4})(?=.)/g, '$1 ');

/** What was typed in a search for a receipt, without what people put between the letters. */
export const typedReceipt = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
