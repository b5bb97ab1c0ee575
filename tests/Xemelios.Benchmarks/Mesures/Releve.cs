namespace Xemelios.Benchmarks.Mesures;

/// <summary>One run.</summary>
/// <param name="Secondes">Wall time.</param>
/// <param name="Processeur">User and system seconds of all threads; null when unknown.</param>
/// <param name="MemoireMio">Largest resident memory of the process, its own only.</param>
internal sealed record Releve(double Secondes, double? Processeur = null, double? MemoireMio = null);
