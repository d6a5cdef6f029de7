import {
  GlobalWorkerOptions,
  PDFWorker,
  VerbosityLevel,
  getDocument,
  version,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

const home = `${import.meta.env.BASE_URL}assets/pdfjs-${version}/`;
const rangeChunkBytes = 512 * 1024;
/** Smaller documents come in one answer; of larger ones only the parts that are looked at. */
const wholeBelowBytes = 4 * 1024 * 1024;

GlobalWorkerOptions.workerSrc = `${home}pdf.worker.js`;

/** One worker for all documents of this page load: leafing through a dossier does not start one per item. */
let worker: PDFWorker | undefined;

export function openPdf(url: string, size: number): PDFDocumentLoadingTask {
  const inParts = size > wholeBelowBytes;
  worker ??= new PDFWorker({ verbosity: VerbosityLevel.ERRORS });
  return getDocument({
    worker,
    url,
    cMapUrl: `${home}cmaps/`,
    standardFontDataUrl: `${home}standard_fonts/`,
    wasmUrl: `${home}wasm/`,
    useWasm: false,
    rangeChunkSize: rangeChunkBytes,
    disableRange: !inParts,
    disableStream: inParts,
    disableAutoFetch: inParts,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
}
