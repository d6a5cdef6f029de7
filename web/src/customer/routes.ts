import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'customers',
      name: 'customers',
      component: () => import('./CustomerList.vue'),
      meta: { title: 'customer.list.title', permissions: ['CUSTOMER_READ'] },
    },
    {
      path: 'customers/new',
      name: 'customer-new',
      component: () => import('./CustomerNew.vue'),
      meta: { title: 'customer.new.title', permissions: ['CUSTOMER_WRITE'] },
    },
    {
      path: 'customers/:id',
      name: 'customer',
      component: () => import('./CustomerDetail.vue'),
      meta: { title: 'customer.detail.title', permissions: ['CUSTOMER_READ'] },
    },
  ],
  menu: [
    {
      group: 'customer',
      path: '/customers',
      title: 'customer.list.title',
      permissions: ['CUSTOMER_READ'],
      order: 1,
    },
  ],
} satisfies Feature;
