import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vitest/config';
import { pdfjsAssets } from './vite/pdfjsAssets.ts';

/** Where `npm run dev` finds the server. */
const server = process.env.KEDANG_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    vue(),
    pdfjsAssets(),
    Components({
      dts: false,
      dirs: [],
      resolvers: [ElementPlusResolver({ importStyle: 'css', directives: true })],
    }),
  ],
  define: {
    __VUE_I18N_FULL_INSTALL__: true,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    // Messages are interpreted, not compiled with `new Function`: the CSP forbids eval.
    __INTLIFY_JIT_COMPILATION__: true,
    __INTLIFY_DROP_MESSAGE_COMPILER__: false,
  },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200, modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/actuator': server } },
  test: {
    environment: 'jsdom',
    include: ['src/**/__tests__/*.spec.ts'],
    css: false,
    testTimeout: 30_000,
    // One jsdom per worker: the specs share nothing that they do not restore.
    isolate: false,
    server: { deps: { inline: ['element-plus'] } },
  },
});
