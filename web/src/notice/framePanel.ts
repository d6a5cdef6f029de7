import { defineAsyncComponent } from 'vue';
import type { FramePanel } from '@/frame/feature';

export default {
  component: defineAsyncComponent(() => import('./components/NoticeBell.vue')),
  place: 'top',
} satisfies FramePanel;
