import type { LoggedEvent } from './year-log';
import { isOn } from './year-model';

interface Stay {
  readonly classId: string;
  readonly studentNo: string;
  readonly from?: string;
  until?: string;
}

/** Places as the events alone give them: never more students than places (I-21), nobody in two classes (I-23). */
export class PlacesInLog {
  private readonly capacities = new Map<string, number>();
  private readonly commissioned = new Map<string, number>();
  private readonly intakes = new Map<string, string>();
  /** By person: the class that the person has a place in. */
  private readonly places = new Map<string, string>();
  private readonly stays: Stay[] = [];
  private readonly guests = new Set<string>();

  read({ type, stream, data }: LoggedEvent): readonly string[] {
    const classId = stream.slice('class-'.length);
    switch (type) {
      case 'ClassPlanned':
        this.intakes.set(classId, data.intake);
        this.commissioned.set(data.intake, data.commissionedPlaces);
        return this.withCapacity(classId, data.capacity);
      case 'ClassCapacityChanged':
        return this.withCapacity(classId, data.capacity);
      case 'StudentEnrolled':
        return this.entered(data);
      case 'StudentTransferred':
      case 'StudentWithdrawn':
        return this.left(data);
      case 'MakeUpArranged':
        this.guests.add(`${classId} ${data.gathering} ${data.studentNo}`);
        return [];
      case 'MakeUpCancelled':
        this.guests.delete(`${classId} ${data.gathering} ${data.studentNo}`);
        return [];
      default:
        return [];
    }
  }

  /** How many have a place in the class. */
  taken(classId: string): number {
    return [...this.places.values()].filter((one) => one === classId).length;
  }

  capacity(classId: string): number {
    return this.capacities.get(classId)!;
  }

  /** Whether the student belongs in the class's register on that day (I-28). */
  belongs(classId: string, studentNo: string, day: string, gathering: number): boolean {
    return (
      this.guests.has(`${classId} ${gathering} ${studentNo}`) ||
      this.stays.some((stay) => stay.classId === classId && stay.studentNo === studentNo && isOn(stay, day))
    );
  }

  private withCapacity(classId: string, capacity: number): readonly string[] {
    this.capacities.set(classId, capacity);
    const intake = this.intakes.get(classId)!;
    const all = [...this.capacities].filter(([id]) => this.intakes.get(id) === intake);
    const sum = all.reduce((places, [, one]) => places + one, 0);
    return [
      ...(this.taken(classId) > capacity ? [`I-21: ${this.taken(classId)} students in ${capacity} places`] : []),
      ...(sum > this.commissioned.get(intake)! ? [`I-22: ${sum} places in all`] : []),
    ];
  }

  private entered({ classId, studentNo, personId, enteredOn }: LoggedEvent['data']): readonly string[] {
    const elsewhere = this.places.get(personId);
    this.places.set(personId, classId);
    this.stays.push({ classId, studentNo, from: enteredOn });
    const [taken, capacity] = [this.taken(classId), this.capacity(classId)];
    return [
      ...(elsewhere === undefined ? [] : [`I-23: ${studentNo} has a place in ${elsewhere}`]),
      ...(taken > capacity ? [`I-21: ${taken} students in ${capacity} places`] : []),
    ];
  }

  private left({ classId, studentNo, personId, on }: LoggedEvent['data']): readonly string[] {
    const had = this.places.get(personId);
    this.places.delete(personId);
    const stay = this.stays.findLast((one) => one.classId === classId && one.studentNo === studentNo);
    if (stay) stay.until = on;
    return had === classId && stay ? [] : [`I-26: ${studentNo} gives up a place that is in ${had}`];
  }
}
