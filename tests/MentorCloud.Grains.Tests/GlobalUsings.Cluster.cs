#pragma warning disable IDE0005 // One list for the whole project; not every edition needs every line.
global using Orleans;
global using Orleans.Runtime;
