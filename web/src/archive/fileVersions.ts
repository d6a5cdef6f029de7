import type { DigitalFile } from '@/api/contract';

/** A file by its name: the version that counts and those it replaced, newest first. */
export interface VersionedFile {
  current: DigitalFile;
  older: DigitalFile[];
}

export function versionsOf(files: readonly DigitalFile[]): VersionedFile[] {
  const byName = new Map<string, DigitalFile[]>();
  for (const file of files) byName.set(file.name, [...(byName.get(file.name) ?? []), file]);
  return [...byName.values()]
    .map((versions) => versions.toSorted((a, b) => b.versionNumber - a.versionNumber))
    .flatMap(([current, ...older]) => (current ? [{ current, older }] : []));
}

export function isExamining(file: Pick<DigitalFile, 'examination'>): boolean {
  return file.examination === 'PENDING' || file.examination === 'RUNNING';
}

/** The file to look after first: one being examined, then one with a problem, then one to mind; undefined if all is well. */
export function worstOf(files: readonly DigitalFile[] | undefined): DigitalFile | undefined {
  return (
    files?.find(isExamining) ??
    files?.find((file) => file.worst === 'ERROR' || file.examination === 'FAILED') ??
    files?.find((file) => file.worst === 'WARNING')
  );
}
