import { describe, expect, it } from 'vitest';
import { listed, reduce, startable, totals, type Upload, type UploadEvent, type UploadState } from '../queue';

function upload(id: number, state: UploadState = 'WAITING', size = 100, sent = 0): Upload {
  const target = { kind: 'DOSSIER', id: 'd1', title: '合同' } as const;
  return { id, key: `k${id}`, name: `${id}.pdf`, relativePath: `${id}.pdf`, size, sent, target, state };
}

function after(start: Upload[], ...events: UploadEvent[]): readonly Upload[] {
  return events.reduce(reduce, start as readonly Upload[]);
}

function states(uploads: readonly Upload[]): UploadState[] {
  return uploads.map((each) => each.state);
}

describe('reduce', () => {
  it('carries an upload from waiting to stored', () => {
    const [done] = after(
      [upload(1)],
      { type: 'started', id: 1 },
      { type: 'progressed', id: 1, sent: 60 },
      { type: 'stored', id: 1, itemId: 'i1', fileId: 'f1' },
    );
    expect(done).toMatchObject({ state: 'STORED', sent: 100, itemId: 'i1', fileId: 'f1' });
  });

  it('keeps what was sent while paused and waits again when resumed', () => {
    const paused = after([upload(1, 'SENDING', 100, 40)], { type: 'paused' });
    expect(paused[0]).toMatchObject({ state: 'PAUSED', sent: 40 });
    expect(after([...paused], { type: 'resumed' })[0]).toMatchObject({ state: 'WAITING', sent: 40 });
  });

  it('ignores what arrives late for a cancelled upload', () => {
    const cancelled = after(
      [upload(1, 'SENDING')],
      { type: 'cancelled', id: 1 },
      { type: 'progressed', id: 1, sent: 90 },
      { type: 'stored', id: 1, itemId: 'i1' },
    );
    expect(cancelled[0]).toMatchObject({ state: 'CANCELLED', sent: 0 });
  });

  it('lets the others go on when one is refused', () => {
    const uploads = after([upload(1, 'SENDING'), upload(2)], {
      type: 'refused',
      id: 1,
      refusal: { slug: 'file-empty' },
    });
    expect(states(uploads)).toEqual(['REFUSED', 'WAITING']);
    expect(uploads[0]?.refusal?.slug).toBe('file-empty');
  });

  it('retries one or all, forgetting the refusal', () => {
    const refused = { ...upload(1, 'REFUSED'), refusal: { slug: 'internal' } };
    const uploads = after([refused, upload(2, 'REFUSED'), upload(3, 'STORED')], { type: 'retried' });
    expect(states(uploads)).toEqual(['WAITING', 'WAITING', 'STORED']);
    expect(uploads[0]?.refusal).toBeUndefined();
  });

  it('cancels only what is not stored', () => {
    const uploads = after([upload(1, 'STORED'), upload(2, 'SENDING'), upload(3)], { type: 'cancelled' });
    expect(states(uploads)).toEqual(['STORED', 'CANCELLED', 'CANCELLED']);
  });

  it('clears the list but never what is unfinished', () => {
    const uploads = after([upload(1, 'STORED'), upload(2, 'REFUSED'), upload(3, 'PAUSED')], {
      type: 'cleared',
    });
    expect(uploads.map((each) => each.id)).toEqual([3]);
  });
});

describe('startable', () => {
  it('starts the oldest waiting, never more than the room', () => {
    const uploads = [upload(1, 'SENDING'), upload(2), upload(3), upload(4), upload(5), upload(6)];
    expect(startable(uploads, 4).map((each) => each.id)).toEqual([2, 3, 4]);
    expect(startable(uploads, 1)).toEqual([]);
  });
});

describe('totals', () => {
  it('counts bytes only of what will be sent', () => {
    const sum = totals([
      upload(1, 'STORED', 100, 100),
      upload(2, 'SENDING', 300, 50),
      upload(3, 'REFUSED', 999),
      upload(4, 'CANCELLED', 999),
      upload(5, 'INTERRUPTED', 200, 10),
    ]);
    expect(sum).toMatchObject({ count: 4, stored: 1, refused: 1, unfinished: 2, bytes: 600, sent: 160 });
    expect(sum.work - sum.done).toBe(600 - 160 + 2 * 64 * 1024);
  });
});

describe('listed', () => {
  it('puts trouble first, then movement, then the newest stored', () => {
    const uploads = [
      upload(1, 'STORED'),
      upload(2, 'STORED'),
      upload(3),
      upload(4, 'SENDING'),
      upload(5, 'REFUSED'),
    ];
    expect(listed(uploads, 4).map((each) => each.id)).toEqual([5, 4, 3, 2]);
  });
});
