import { messages } from '@/i18n/define';

export default messages({
  zh: {
    brand: '客档 Kedang',
    theme: '切换浅色与深色',
    foot: '客户档案管理系统',
    signIn: {
      title: '登录',
      lead: '客户与档案，一处办好。',
      ended: '登录已过期，请重新登录，会回到刚才的页面。',
      username: '用户名',
      password: '密码',
      submit: '登录',
    },
  },
  en: {
    brand: '客档 Kedang',
    theme: 'Switch light and dark',
    foot: 'Customer archives',
    signIn: {
      title: 'Sign in',
      lead: 'Customers and their archives, in one place.',
      ended: 'Your session has ended. Sign in again to return to where you were.',
      username: 'User name',
      password: 'Password',
      submit: 'Sign in',
    },
  },
});
