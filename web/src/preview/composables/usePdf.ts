import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { contentUrl, type PreviewFile } from '../kind';
import { openPdf } from '../pdf';

/** Opens the file's PDF, again for another file; `failed` is told whether a password stands before it. */
export function usePdf(file: Readonly<Ref<PreviewFile>>, failed: (locked: boolean) => void) {
  const pdf = shallowRef<PDFDocumentProxy>();
  const guess = shallowRef<{ width: number; height: number }>();
  const count = ref(0);
  /** Percent read so far; 0 while unknown. */
  const progress = ref(0);
  let task: PDFDocumentLoadingTask | undefined;

  async function open(): Promise<void> {
    close();
    const own = openPdf(contentUrl(file.value.id, true, file.value.at), file.value.size);
    task = own;
    own.onProgress = ({ loaded, total }: { loaded: number; total: number }) => {
      progress.value = total > 0 ? Math.min(100, Math.round((loaded / total) * 100)) : 0;
    };
    try {
      const opened = await own.promise;
      const first = await opened.getPage(1);
      if (own !== task) return;
      const { width, height } = first.getViewport({ scale: 1 });
      guess.value = { width, height };
      count.value = opened.numPages;
      pdf.value = opened;
    } catch (error) {
      if (own === task) failed(error instanceof Error && error.name === 'PasswordException');
    }
  }

  function close(): void {
    void task?.destroy();
    task = undefined;
    pdf.value = undefined;
    count.value = 0;
    progress.value = 0;
  }

  watch(() => file.value.id, open, { immediate: true });
  onBeforeUnmount(close);
  return { pdf, guess, count, progress };
}
