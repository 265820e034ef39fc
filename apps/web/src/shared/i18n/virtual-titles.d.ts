declare module 'virtual:titles/*' {
  const titles: import('vue-i18n').LocaleMessages<import('vue-i18n').VueMessageType>;
  export default titles;
}
