import { messages } from '@/i18n/define';

export default messages({
  zh: {
    brand: '客档',
    skip: '跳到正文',
    menu: {
      label: '菜单',
      fold: '收起或展开菜单',
      workbench: '工作台',
      customer: '客户',
      archive: '档案',
      audit: '审计',
      system: '系统',
    },
    tabs: { label: '打开的页面', close: '关闭页签' },
    person: {
      label: '我的菜单',
      language: '语言',
      theme: '外观',
      themes: { light: '浅色', dark: '深色', system: '跟随系统' },
      density: '行距',
      compact: '紧凑',
      comfortable: '宽松',
      me: '密码与令牌',
      signOut: '退出登录',
    },
    missing: {
      title: '没有这个页面',
      advice: '网址可能写错了，或页面已经移走。',
      home: '回到工作台',
    },
  },
  en: {
    brand: 'Kedang',
    skip: 'Skip to content',
    menu: {
      label: 'Menu',
      fold: 'Fold or unfold the menu',
      workbench: 'Workbench',
      customer: 'Customers',
      archive: 'Archives',
      audit: 'Audit',
      system: 'System',
    },
    tabs: { label: 'Open pages', close: 'Close tab' },
    person: {
      label: 'My menu',
      language: 'Language',
      theme: 'Theme',
      themes: { light: 'Light', dark: 'Dark', system: 'System' },
      density: 'Rows',
      compact: 'Compact',
      comfortable: 'Roomy',
      me: 'Password and tokens',
      signOut: 'Sign out',
    },
    missing: {
      title: 'There is no such page',
      advice: 'The address may be mistyped, or the page has moved.',
      home: 'Back to the workbench',
    },
  },
});
