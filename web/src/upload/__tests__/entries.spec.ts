import { describe, expect, it } from 'vitest';
import { chosenFiles, readDropped } from '../entries';

function fileEntry(fullPath: string, broken = false): FileSystemFileEntry {
  const name = fullPath.split('/').at(-1) ?? '';
  return {
    isFile: true,
    isDirectory: false,
    name,
    fullPath,
    file: (done: FileCallback, failed?: ErrorCallback) =>
      broken ? failed?.(new DOMException('gone')) : done(new File(['x'], name)),
  } as FileSystemFileEntry;
}

/** Like Chromium: a reader hands out at most a hundred entries a call, then none. */
function folderEntry(fullPath: string, children: FileSystemEntry[]): FileSystemDirectoryEntry {
  return {
    isFile: false,
    isDirectory: true,
    name: fullPath.split('/').at(-1) ?? '',
    fullPath,
    createReader: () => {
      const left = [...children];
      return { readEntries: (done: FileSystemEntriesCallback) => done(left.splice(0, 100)) };
    },
  } as unknown as FileSystemDirectoryEntry;
}

describe('readDropped', () => {
  it('walks folders to the bottom and keeps the way there', async () => {
    const tree = folderEntry('/合同', [
      fileEntry('/合同/总表.xlsx'),
      folderEntry('/合同/2026', [fileEntry('/合同/2026/框架.pdf')]),
    ]);
    const { files } = await readDropped({ entries: [tree], files: [] });
    expect(files.map((each) => each.relativePath).sort()).toEqual(['合同/2026/框架.pdf', '合同/总表.xlsx']);
  });

  it('reads a folder of thousands, past the first hundred', async () => {
    const many = Array.from({ length: 2345 }, (_, at) => fileEntry(`/扫描/${at}.jpg`));
    const { files } = await readDropped({ entries: [folderEntry('/扫描', many)], files: [] });
    expect(files).toHaveLength(2345);
    expect(files.slice(0, 3).map((each) => each.file.name)).toEqual(['0.jpg', '1.jpg', '2.jpg']);
  });

  it('goes on past what cannot be read and names it', async () => {
    const tree = folderEntry('/a', [fileEntry('/a/gone.pdf', true), fileEntry('/a/here.pdf')]);
    const dropped = await readDropped({ entries: [tree], files: [] });
    expect(dropped.files.map((each) => each.relativePath)).toEqual(['a/here.pdf']);
    expect(dropped.unreadable).toEqual(['a/gone.pdf']);
  });

  it('takes files that have no entry', async () => {
    const dropped = await readDropped({ entries: [], files: [new File(['x'], 'mail.eml')] });
    expect(dropped.files.map((each) => each.relativePath)).toEqual(['mail.eml']);
  });
});

describe('chosenFiles', () => {
  it('leaves out files of the operating system and counts them', () => {
    const dropped = chosenFiles([new File(['x'], 'Thumbs.db'), new File(['x'], 'a.pdf')]);
    expect(dropped.files.map((each) => each.file.name)).toEqual(['a.pdf']);
    expect(dropped.systemFiles).toBe(1);
  });
});
