import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const dotsPerPoint = 150 / 72;

/** Prints every page under the watermark; `progress` tells the page being drawn. */
export async function printPdf(
  pdf: PDFDocumentProxy,
  rotation: number,
  watermark: string,
  progress: (page: number) => void,
): Promise<void> {
  const pictures: string[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      progress(number);
      pictures.push(URL.createObjectURL(await pictureOf(pdf, number, rotation)));
    }
    await printSheets(pictures, watermark);
  } finally {
    pictures.forEach((url) => URL.revokeObjectURL(url));
  }
}

export async function printImage(source: string, rotation: number, watermark: string): Promise<void> {
  await printSheets([source], watermark, rotation);
}

async function pictureOf(pdf: PDFDocumentProxy, number: number, rotation: number): Promise<Blob> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dotsPerPoint, rotation: (page.rotate + rotation) % 360 });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  canvas.width = canvas.height = 0;
  if (!picture) throw new Error(`Page ${number} is too large to print`);
  return picture;
}

async function printSheets(sources: readonly string[], watermark: string, rotation = 0): Promise<void> {
  const host = document.createElement('div');
  host.className = 'print-sheets';
  host.style.setProperty('--watermark', watermark);
  for (const source of sources) host.append(sheetOf(source, rotation));
  document.body.append(host);
  document.body.classList.add('printing-sheets');
  try {
    await Promise.all(Array.from(host.querySelectorAll('img'), (image) => image.decode()));
    window.print();
  } finally {
    document.body.classList.remove('printing-sheets');
    host.remove();
  }
}

function sheetOf(source: string, rotation: number): HTMLElement {
  const sheet = document.createElement('figure');
  sheet.className = 'watermarked';
  const image = document.createElement('img');
  image.src = source;
  if (rotation) image.style.transform = `rotate(${rotation}deg)`;
  sheet.append(image);
  return sheet;
}
