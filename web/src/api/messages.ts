import { messages } from '@/i18n/define';

export default messages({
  zh: {
    offline: '连接不上服务器。您填写的内容还在，请检查网络后重试。',
    'not-signed-in': '登录已过期，请重新登录；您填写的内容已保留。',
    internal: '服务器没能完成这一步，内容没有改动。请稍后重试；仍不行时，把编号 {incident} 告诉管理员。',
    'stale-version': '在您编辑期间别人已修改过，请对照后决定保留哪一份。',
    'not-found': '没有找到，可能已被移走，或您无权查看。',
    'not-permitted': '您的岗位没有这项权限，需要时请联系安全保密员。',
    'invalid-input': '这里的内容不符合要求，请检查。',
    'csrf-token-invalid': '页面停留太久，请刷新后重试；您填写的内容已保留。',
    'file-too-large': '文件超过了 4 GiB 的上限，请拆分后再上传。',
    'malformed-request': '服务器没有看懂这次请求，请刷新页面后重试。',
    unknown: '这一步没有完成，内容没有改动。请重试。',
  },
  en: {
    offline: 'The server cannot be reached. What you typed is still here; check the network and try again.',
    'not-signed-in': 'Your session has ended. Sign in again; what you typed has been kept.',
    internal:
      'The server could not finish this step; nothing was changed. Try again shortly, or tell the administrator the number {incident}.',
    'stale-version': 'Somebody changed this while you were editing. Compare and decide which to keep.',
    'not-found': 'Not found: it may have been moved, or you may not see it.',
    'not-permitted': 'Your role does not allow this. Ask the security officer if you need it.',
    'invalid-input': 'This value does not meet the requirements; please check it.',
    'csrf-token-invalid': 'The page was open too long. Reload and try again; what you typed has been kept.',
    'file-too-large': 'The file is larger than 4 GiB. Split it and upload the parts.',
    'malformed-request': 'The server did not understand this request. Reload the page and try again.',
    unknown: 'This step did not finish; nothing was changed. Please try again.',
  },
});
