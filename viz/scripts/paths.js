// Who is how many steps away, and the shortest way between two.
const within = (start, steps, passes) => {
  const away = new Map([[start, 0]]);
  let front = [start];
  for (let step = 1; step <= steps; step += 1) {
    const next = [];
    front.forEach((i) => touching[i].forEach((n) => {
      const far = other(links[n], i);
      if (passes(n) && !away.has(far)) { away.set(far, step); next.push(far); }
    }));
    front = next;
  }
  return away;
};
const shortest = (start, end, passes) => {
  const before = new Map([[start, null]]);
  let front = [start];
  while (front.length && !before.has(end)) {
    const next = [];
    front.forEach((i) => touching[i].forEach((n) => {
      const far = other(links[n], i);
      if (passes(n) && !before.has(far)) { before.set(far, [i, n]); next.push(far); }
    }));
    front = next;
  }
  if (!before.has(end)) return null;
  const steps = [];
  for (let at = end; before.get(at); at = before.get(at)[0]) steps.unshift({ from: before.get(at)[0], to: at, link: before.get(at)[1] });
  return steps;
};
