import { OfficeBuilding, UserFilled } from '@element-plus/icons-vue';
import type { Feature } from '@/frame/feature';

export default {
  routes: [
    {
      path: 'people',
      name: 'people',
      component: () => import('./PeopleList.vue'),
      meta: { title: 'people.title', permissions: ['PERSON_MANAGE', 'ROLE_GRANT'] },
    },
    {
      path: 'departments',
      name: 'departments',
      component: () => import('./DepartmentList.vue'),
      meta: { title: 'people.departments.title', permissions: ['DEPARTMENT_MANAGE'] },
    },
  ],
  menu: [
    {
      group: 'system',
      path: '/people',
      title: 'people.title',
      permissions: ['PERSON_MANAGE', 'ROLE_GRANT'],
      order: 1,
      icon: UserFilled,
    },
    {
      group: 'system',
      path: '/departments',
      title: 'people.departments.title',
      permissions: ['DEPARTMENT_MANAGE'],
      order: 2,
      icon: OfficeBuilding,
    },
  ],
} satisfies Feature;
