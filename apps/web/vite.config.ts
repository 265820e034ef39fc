import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';
import { chunkGroups } from './code-splitting.ts';
import { titlesPlugin } from './titles-plugin.ts';
import { wordsPlugin } from './words-plugin.ts';

/** Where `pnpm dev` finds the API; in production both are served from one origin. */
const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    vue(),
    titlesPlugin(),
    wordsPlugin(),
    // Only the Element Plus components a template names are loaded; our own are imported by hand.
    Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver()] }),
  ],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: { port: 5173, proxy: { '/api': { target: apiOrigin, changeOrigin: false } } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunkGroups },
      },
    },
  },
});
