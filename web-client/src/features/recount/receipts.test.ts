import { expect, it } from 'vitest';
import { inFours, typedReceipt } from './receipts';

it('a receipt is shown in fours and found however it is typed', () => {
  expect(inFours('ABCDEFGHJKLMNPQR')).toBe('ABCD EFGH JKLM NPQR');
  expect(typedReceipt(' abcd-efgh jklm')).toBe('ABCDEFGHJKLM');
  expect(typedReceipt(inFours('ABCDEFGHJKLMNPQR'))).toBe('ABCDEFGHJKLMNPQR');
});
