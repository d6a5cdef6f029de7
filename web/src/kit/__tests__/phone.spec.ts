import { describe, expect, it } from 'vitest';
import { lookLikePhones, looksLikeMobile, looksLikePhone } from '../phone';

describe('telephone numbers', () => {
  it('takes what people write', () => {
    for (const phone of [
      '13800138000',
      '+86 138 0013 8000',
      '（0571）8888-1234',
      '0575-88120101转801',
      '0575-88120101 分机 8',
      '021-63120808-8012',
      '400-820-8820 转 3',
      '12345',
      '+852 2123 4567',
    ])
      expect(looksLikePhone(phone), phone).toBe(true);
    expect(lookLikePhones('13800001111、0575-88880000转801 / 400-820-8820')).toBe(true);
  });

  it('refuses words and halves', () => {
    for (const phone of ['call me', '138', '找前台', '13800001111 张三', '转801'])
      expect(looksLikePhone(phone), phone).toBe(false);
    expect(lookLikePhones('13800001111/张三')).toBe(false);
  });

  it('knows mobile numbers', () => {
    for (const mobile of ['138 0013 8000', '+86-138-0013-8000', '0086 13800138000', '+852 2123 4567'])
      expect(looksLikeMobile(mobile), mobile).toBe(true);
    for (const other of ['12800138000', '1380013800', '0575-88120101']) expect(looksLikeMobile(other), other).toBe(false);
  });
});
