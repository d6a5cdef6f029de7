import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { FormField, FormFile } from '@/api/contract';
import { i18n } from '@/i18n';
import FileField from '../FileField.vue';
import { fitting, mostFiles, mostMegabytes } from '../files';

const field: FormField = { name: 'papers', kind: 'FILE', label: { zh: '附件', en: 'Papers' }, required: false, options: [], most: 2, megabytes: 1 };

describe('files of a form', () => {
  it('sends as many as there is room for, and none that is too large', () => {
    const small = { size: 10 };
    const large = { size: 1024 * 1024 + 1 };
    expect(fitting(field, 1, [small, large, { size: 20 }])).toEqual({ fit: [small], large: [large], over: [{ size: 20 }] });
    expect(mostFiles({})).toBe(10);
    expect(mostMegabytes({})).toBe(20);
  });

  it('keeps what was sent and says what was not', async () => {
    const sent: string[] = [];
    const keep = (_: FormField, file: File) => {
      sent.push(file.name);
      return Promise.resolve({ id: `id-${file.name}`, name: file.name } as FormFile);
    };
    const box = mount(FileField, {
      props: { field, id: 'form-papers', files: ['one'], names: { one: '合同.pdf' }, keeper: { keep, drop: () => undefined } },
      global: { plugins: [i18n], stubs: { 'el-icon': true, 'el-button': true } },
    });
    expect(box.text()).toContain('合同.pdf');
    const input = box.find('input');
    const files = [new File(['a'], 'a.pdf'), new File(['b'], 'b.pdf')];
    Object.defineProperty(input.element, 'files', { value: files });
    await input.trigger('change');
    await flushPromises();
    expect(sent).toEqual(['a.pdf']);
    expect(box.emitted('added')).toEqual([['id-a.pdf', 'a.pdf']]);
    expect(box.find('[role=alert]').text()).toContain('2');
  });
});
