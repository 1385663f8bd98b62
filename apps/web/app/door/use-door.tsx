import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Door } from './door';
import type { DoorState } from './door-store';

const DoorContext = createContext<Door | undefined>(undefined);

/** Gives the door to all below. */
export const AtDoor = ({ door, children }: { readonly door: Door; readonly children: ComponentChildren }) => (
  <DoorContext.Provider value={door}>{children}</DoorContext.Provider>
);

/** The door, and how it stands now. */
export const useDoor = (): readonly [Door, DoorState] => {
  const door = useContext(DoorContext)!;
  const [state, setState] = useState(door.now);
  useEffect(() => {
    setState(door.now);
    return door.subscribe(() => setState(door.now));
  }, [door]);
  return [door, state];
};
