/** A file as it was dropped, with the folders it lay in (`合同/2026/a.pdf`; just the name when it was dropped alone). */
export interface DroppedFile {
  file: File;
  relativePath: string;
}

export interface Dropped {
  files: DroppedFile[];
  /** Names of folders and files that the browser could not read. */
  unreadable: string[];
  /** How many files of the operating system (thumbnails, folder settings) were left out. */
  systemFiles: number;
}

const SYSTEM_FILES = new Set(['thumbs.db', 'desktop.ini', '.ds_store']);

/** What a drop hands over: entries of the file system, and files that have none (dragged out of another page). */
export interface Handed {
  entries: FileSystemEntry[];
  files: File[];
}

/** Must be called inside the drop event itself: afterwards the browser empties the list. */
export function handedOver(transfer: DataTransfer): Handed {
  const handed: Handed = { entries: [], files: [] };
  for (const item of Array.from(transfer.items)) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    if (entry) handed.entries.push(entry);
    if (file) handed.files.push(file);
  }
  return handed;
}

export function isFileDrag(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Reads what was dropped, folders to any depth, in the order of their names. */
export async function readDropped({ entries, files }: Handed): Promise<Dropped> {
  const dropped = chosenFiles(files);
  for (const entry of entries) await walk(entry, dropped);
  return dropped;
}

/** Files chosen with an input, with or without `webkitdirectory`. */
export function chosenFiles(files: Iterable<File>): Dropped {
  const dropped: Dropped = { files: [], unreadable: [], systemFiles: 0 };
  for (const file of files) keep(dropped, file, file.webkitRelativePath || file.name);
  return dropped;
}

async function walk(entry: FileSystemEntry, dropped: Dropped): Promise<void> {
  try {
    if (isFile(entry)) keep(dropped, await fileOf(entry), entry.fullPath.replace(/^\//, ''));
    else if (isDirectory(entry)) {
      for (const child of await childrenOf(entry)) await walk(child, dropped);
    }
  } catch {
    dropped.unreadable.push(entry.fullPath.replace(/^\//, ''));
  }
}

function keep(dropped: Dropped, file: File, relativePath: string): void {
  if (SYSTEM_FILES.has(file.name.toLowerCase())) dropped.systemFiles++;
  else dropped.files.push({ file, relativePath });
}

/** A reader hands out at most a hundred entries a call in Chromium: read until it hands out none. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) break;
    children.push(...batch);
  }
  return children.sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN', { numeric: true }));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
