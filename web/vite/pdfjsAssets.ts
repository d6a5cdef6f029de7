import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'vite';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
const base = `assets/pdfjs-${version}/`;

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/**
 * What pdf.js loads by name at run time, under one versioned address: its worker, the character maps
 * and standard fonts without which Chinese pages stay empty, and the decoders of JPEG 2000 and JBIG2
 * scans in plain JavaScript (the content security policy forbids WebAssembly).
 */
function assets(): Map<string, string> {
  const found = new Map([['pdf.worker.js', join(home, 'legacy/build/pdf.worker.min.mjs')]]);
  const folder = (name: string, wanted: RegExp) => {
    for (const file of readdirSync(join(home, name))) {
      if (wanted.test(file)) found.set(`${name}/${file}`, join(home, name, file));
    }
  };
  folder('cmaps', /\.bcmap$|LICENSE/);
  folder('standard_fonts', /\.(pfb|ttf)$|LICENSE/);
  folder('wasm', /nowasm_fallback\.js$|LICENSE_(PDFJS_)?(OPENJPEG|JBIG2)/);
  return found;
}

export function pdfjsAssets(): Plugin {
  return {
    name: 'pdfjs-assets',
    configureServer(server) {
      const found = assets();
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0]?.slice(1) ?? '';
        const file = path.startsWith(base) ? found.get(path.slice(base.length)) : undefined;
        if (!file) return next();
        response.setHeader('Content-Type', types[extname(path)] ?? 'text/plain');
        createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      for (const [name, file] of assets()) {
        this.emitFile({ type: 'asset', fileName: base + name, source: readFileSync(file) });
      }
    },
  };
}
