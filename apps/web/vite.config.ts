import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';
import { titlesPlugin } from './titles-plugin.ts';

/** Where `pnpm dev` finds the API; in production both are served from one origin. */
const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    vue(),
    titlesPlugin(),
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
        codeSplitting: {
          // What every page needs comes in one piece instead of a dozen; it changes only with its versions.
          groups: [
            {
              // What a feature says: one piece a feature and language, whatever its folders are.
              name: (id) =>
                /src[\\/]([\w-]+)[\\/].*locale[\\/]([\w-]+)\.ts$/.exec(id)?.slice(1).join('-words-') ?? null,
              test: /apps[\\/]web[\\/]src[\\/](?!app[\\/]|shared[\\/]).*[\\/]locale[\\/](?:zh-CN|en)\.ts$/,
              priority: 4,
            },
            {
              name: 'vendor',
              test: /node_modules[\\/](?:@?vue|vue-router|@?pinia|vue-i18n|@intlify|@vueuse|openapi-fetch)[\\/@]/,
              priority: 3,
            },
            // What many pages use comes with the first one, in two pieces instead of eighty small requests.
            {
              name: 'ui',
              test: /node_modules[\\/](?:element-plus|@element-plus|@popperjs|@floating-ui|lodash|normalize-wheel)/,
              minShareCount: 4,
              priority: 2,
            },
            { name: 'shared', test: /apps[\\/]web[\\/]src[\\/]shared/, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
});
