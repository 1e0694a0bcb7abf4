/** Moments by Japan's calendar and clock, whatever time zone the machine is in. */

import { isJapanese } from "./words.js";

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Tokyo", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", weekday: "short", hour: "numeric", minute: "2-digit",
});
const WEEKDAYS = { Mon: "月", Tue: "火", Wed: "水", Thu: "木", Fri: "金", Sat: "土", Sun: "日" };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function split(moment) {
  return Object.fromEntries(parts.formatToParts(moment).map((part) => [part.type, part.value]));
}

/** 2026年4月1日（水） */
export function dayText(moment) {
  const { year, month, day, weekday } = split(moment);
  if (isJapanese()) return `${year}年${Number(month)}月${Number(day)}日（${WEEKDAYS[weekday]}）`;
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** 4月1日（水）, without the year: in the narrow bar it would leave no room for the name */
function shortDayText(moment) {
  const { month, day, weekday } = split(moment);
  return isJapanese() ? `${Number(month)}月${Number(day)}日（${WEEKDAYS[weekday]}）` : `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1]}`;
}

/** 9:05 */
export function hourText(moment) {
  const { hour, minute } = split(moment);
  return `${Number(hour)}:${minute.padStart(2, "0")}`;
}

/** Japan's day as a key to compare: 2026-4-1 */
export function dayKey(moment) {
  const { year, month, day } = split(moment);
  return `${year}-${Number(month)}-${Number(day)}`;
}

export const ofMessage = (message) => new Date(message.date * 1000);

/** The demo's clock. The server sets it; between two settings it runs on by itself. */
export class Clock {
  #set = Date.now();
  #read = performance.now();

  constructor(day, hour) {
    this.day = day;
    this.hour = hour;
    setInterval(() => this.show(), 5000);
  }

  set(iso) {
    this.#set = Date.parse(iso);
    this.#read = performance.now();
    this.show();
  }

  get now() {
    return new Date(this.#set + performance.now() - this.#read);
  }

  show() {
    this.day.textContent = shortDayText(this.now);
    this.day.title = dayText(this.now);
    this.hour.textContent = hourText(this.now);
    this.day.dateTime = this.now.toISOString();
  }
}
