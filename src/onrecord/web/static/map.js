"use strict";
// Draws the map of a page: outlines of countries, and a circle for each place. The list beside it has the same links.
(() => {
  const NAMED = 12;      // places with their names on the map, of those in view
  const WIDEST = 9;      // closest view: the outlines are no finer
  let outlines = null;   // fetched once
  let view = null;       // where one looks, kept when the day moves

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const card = (place) => {
    const box = element("div");
    const head = element("h3");
    const link = element("a", place.name);
    link.href = place.address;
    link.dir = "auto";
    head.append(link);
    box.append(head);
    if (place.uncertain) box.append(element("p", "place uncertain", "soft"));
    for (const [standing, count] of place.standings) box.append(element("p", `${count} ${standing}`));
    box.append(element("p", `${place.events} ${place.events === 1 ? "event" : "events"} told in ${place.reports} ${place.reports === 1 ? "report" : "reports"}`, "soft"));
    return box;
  };

  const middle = (feature) => {
    // The middle of the largest polygon, for the country's name.
    let best = null, size = 0;
    for (const [ring] of feature.geometry.coordinates) {
      const bounds = L.latLngBounds(ring.map(([lon, lat]) => [lat, lon]));
      const area = (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
      if (area > size) { size = area; best = bounds; }
    }
    return best;
  };

  const nameCountries = (map, features) => {
    const names = features.map((feature) => ({ name: feature.properties.name, bounds: middle(feature) })).filter((one) => one.bounds);
    const layer = L.layerGroup().addTo(map);
    const draw = () => {
      layer.clearLayers();
      const seen = map.getBounds();
      for (const { name, bounds } of names) {
        const at = bounds.getCenter();
        if (!seen.contains(at)) continue;
        const width = map.latLngToLayerPoint(bounds.getNorthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
        if (width < 7 * name.length) continue;
        L.tooltip({ permanent: true, direction: "center", className: "country-name", interactive: false }).setLatLng(at).setContent(element("span", name)).addTo(layer);
      }
    };
    map.on("moveend", draw);
    draw();
  };

  const namePlaces = (map, marks) => {
    const layer = L.layerGroup().addTo(map);
    const draw = () => {
      layer.clearLayers();
      const seen = map.getBounds();
      const taken = [];
      for (const { mark, place } of marks) {
        if (taken.length >= NAMED) break;
        if (place.kind === "country") continue;   // the map names countries itself
        if (!seen.contains(mark.getLatLng())) continue;
        const at = map.latLngToContainerPoint(mark.getLatLng());
        if (taken.some((other) => Math.abs(other.x - at.x) < 90 && Math.abs(other.y - at.y) < 18)) continue;
        taken.push(at);
        L.tooltip({ permanent: true, direction: "right", offset: [mark.getRadius() + 2, 0], className: "place-name", interactive: false })
          .setLatLng(mark.getLatLng()).setContent(element("bdi", place.name)).addTo(layer);
      }
    };
    map.on("moveend", draw);
    draw();
  };

  // Marks that differ by more than colour: a bar through what is disputed, a cross through what is denied.
  const inner = (standing, x, y, r) => {
    const d = r * 0.62;
    if (standing === "disputed") return `M${x} ${y - r}V${y + r}`;
    if (standing === "denied") return `M${x - d} ${y - d}L${x + d} ${y + d}M${x + d} ${y - d}L${x - d} ${y + d}`;
    return "";
  };
  const markOf = (L) => L.CircleMarker.extend({
    _updatePath() {
      const { x, y } = this._point;
      const r = Math.max(Math.round(this._radius), 1);
      const ring = `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
      this._renderer._setPath(this, this._empty() ? "M0 0" : ring + inner(this.options.standing, x, y, r));
    },
  });

  // The stretch that holds the middle 95 % of some values, each with its weight.
  const middleOf = (pairs) => {
    const sorted = [...pairs].sort((one, other) => one[0] - other[0]);
    const all = sorted.reduce((sum, pair) => sum + pair[1], 0);
    let first = sorted[0][0], last = first, sum = 0;
    for (const [value, weight] of sorted) {
      if (sum <= all * 0.025) first = value;
      if (sum < all * 0.975) last = value;
      sum += weight;
    }
    return [first, last];
  };

  // Not beyond 75° north nor 60° south at first: nothing is told of there, and Mercator makes it large.
  const within = (map, bounds) => {
    const zoomFor = (north, south) => Math.log2(map.getSize().y / (map.project([south, 0], 0).y - map.project([north, 0], 0).y));
    const zoom = Math.ceil(4 * Math.max(Math.min(6, map.getBoundsZoom(bounds)), zoomFor(75, -60))) / 4;
    const at = map.project(bounds.getCenter(), zoom);
    const half = map.getSize().y / 2;
    at.y = Math.min(Math.max(at.y, map.project([75, 0], zoom).y + half), map.project([-60, 0], zoom).y - half);
    return map.setView(map.unproject(at, zoom), zoom);
  };

  const radius = (place) => Math.min(26, 4 + 2.2 * Math.sqrt(Math.max(place.claims, place.events / 3)));

  const look = (map, box, features) => {
    if (view) return map.setView(view.at, view.zoom);
    const asked = /^#map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash);
    if (asked) return map.setView([Number(asked[2]), Number(asked[3])], Number(asked[1]));
    if (box.dataset.lat) return map.setView([Number(box.dataset.lat), Number(box.dataset.lon)], Number(box.dataset.zoom));
    const shown = features.filter((feature) => feature.properties.kind !== "country");
    const some = (shown.length ? shown : features).map((feature) => [feature.geometry.coordinates, Math.max(1, feature.properties.claims)]);
    if (!some.length) return map.setView([20, 20], 2);
    const [west, east] = middleOf(some.map(([[lon], weight]) => [lon, weight]));
    const [south, north] = middleOf(some.map(([[, lat], weight]) => [lat, weight]));
    return within(map, L.latLngBounds([[south, west], [north, east]]).pad(0.15));
  };

  const begin = async () => {
    const box = document.getElementById("map");
    if (!box || box.dataset.drawn || typeof L === "undefined") return;
    box.dataset.drawn = "yes";
    const told = (address) => fetch(address).then((answer) => answer.json());
    outlines = outlines || told(box.dataset.outlines);
    const [world, places] = await Promise.all([outlines, told(box.dataset.places)]);
    if (!box.isConnected) return;
    const small = Boolean(box.dataset.lat);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(box, {
      minZoom: 1, maxZoom: WIDEST, zoomSnap: 0.25, zoomDelta: 1, worldCopyJump: true, zoomControl: !small, keyboard: !small, scrollWheelZoom: !small,
      zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
    });
    map.attributionControl.setPrefix(false).addAttribution("Natural Earth · GeoNames");
    L.geoJSON(world, { interactive: false, style: { className: "land", weight: 1, fillOpacity: 1, color: null, fillColor: null } }).addTo(map);
    look(map, box, places.features);
    nameCountries(map, world.features);
    const Site = markOf(L);
    const marks = places.features.map((feature) => {
      const place = feature.properties;
      const [lon, lat] = feature.geometry.coordinates;
      const mark = new Site([lat, lon], { radius: radius(place), standing: place.uncertain ? null : place.leading, className: `site ${place.uncertain ? "uncertain" : place.leading || "nothing"}`, color: null, fillColor: null });
      mark.bindPopup(() => card(place));
      return { mark, place };
    });
    for (const { mark } of [...marks].reverse()) mark.addTo(map);   // the most claimed on top
    namePlaces(map, marks);
    const byKey = new Map(marks.map((one) => [one.place.key, one.mark]));
    const light = (on) => (event) => {
      const link = event.target.closest && event.target.closest("[data-site]");
      const mark = link && byKey.get(link.dataset.site);
      if (mark && mark.getElement()) mark.getElement().classList.toggle("lit", on);
    };
    const list = document.querySelector(".map-list");
    if (list) {
      for (const name of ["mouseover", "focusin"]) list.addEventListener(name, light(true));
      for (const name of ["mouseout", "focusout"]) list.addEventListener(name, light(false));
    }
    if (!small) map.on("moveend", () => {
      const at = map.getCenter();
      view = { at, zoom: map.getZoom() };
      history.replaceState(history.state, "", `#map=${Number(map.getZoom().toFixed(2))}/${at.lat.toFixed(2)}/${at.lng.toFixed(2)}`);
    });
    box.dataset.drawn = "done";
  };

  document.addEventListener("htmx:afterSettle", begin);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
})();
