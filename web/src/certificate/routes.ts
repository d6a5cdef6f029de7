import { Postcard } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'certificates',
      name: 'certificates',
      component: () => import('./CertificateList.vue'),
      meta: { title: 'certificate.list.title', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [{ group: 'customer', path: '/certificates', title: 'certificate.list.title', permissions: ['CUSTOMER_READ'], order: 6, icon: Postcard }],
} satisfies Feature;
