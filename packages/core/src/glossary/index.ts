export { Figure, type FigureUnit, figureUnits } from "./figure.ts";
