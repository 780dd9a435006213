import { beforeEach, describe, expect, it } from 'vitest';
import { Editing } from './editing.svelte';

const ends = { low: 'a', high: 'b' };

describe('the form of a room', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  const writing = (title: string): Editing => {
    const editing = new Editing('place');
    editing.create(null, ends);
    if (editing.form) editing.form.draft.title = title;
    editing.keep();
    return editing;
  };

  it('is there again after a reload, with what was written', () => {
    const key = writing('Kesken').form?.key;
    const again = new Editing('place');
    expect(again.form).toMatchObject({ key, poll: null, draft: { title: 'Kesken' } });
    expect(again.changed).toBe(true);
    expect(again.fresh).toBe(false);
    expect(new Editing('elsewhere').form).toBeUndefined();
  });

  it('is gone when it was ended', () => {
    writing('Valmis').end();
    expect(new Editing('place').form).toBeUndefined();
  });

  it('does not give way to another while it has changes, until that is agreed to', () => {
    const editing = writing('Kesken');
    editing.create('item', ends);
    expect(editing.form?.draft.title).toBe('Kesken');
    editing.replace();
    expect(editing.form?.draft).toMatchObject({ title: '', item: 'item' });
    expect(editing.wanted).toBeUndefined();
  });

  it('gives way at once when nothing was changed', () => {
    const editing = new Editing('place');
    editing.create(null, ends);
    editing.create('item', ends);
    expect(editing.form?.draft.item).toBe('item');
  });

  it('becomes a new poll when it is detached', () => {
    const editing = writing('Kesken');
    const key = editing.form?.key;
    editing.detach();
    expect(editing.form?.key).not.toBe(key);
    expect(editing.form?.draft.title).toBe('Kesken');
  });
});
