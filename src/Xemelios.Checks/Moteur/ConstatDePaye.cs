using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Moteur;

/// <summary>Where a finding is proved: a file, a bulletin of it, and the ranks of its lines, from 1.</summary>
/// <param name="Volume">Fingerprint of the file.</param>
/// <param name="Ordre">Rank of the bulletin in it, from 1; null for the whole file.</param>
/// <param name="Octet">Byte where the bulletin begins, when it is known.</param>
public sealed record PreuveDePaye(string Volume, int? Ordre, long? Octet, IReadOnlyList<int> Lignes);

/// <summary>What a rule found on the pay of a month.</summary>
/// <param name="Montant">The amount at stake, paid less due: more than zero was paid too much. Null where no amount is at stake.</param>
/// <param name="Message">A French sentence with the figures; it names nobody.</param>
/// <param name="Cle">What a later run recognises it by.</param>
public sealed record ConstatDePaye(
    string Regle, GraviteDeRegle Gravite, string Siret, string? Budget, string? Train, MoisDePaye Mois, string? Matricule, Montant? Montant,
    string Message, IReadOnlyList<PreuveDePaye> Preuves, string Cle);

/// <summary>What a rule did over a run.</summary>
/// <param name="Testes">What it looked at.</param>
/// <param name="NonEvaluables">What could not be told, by reason.</param>
/// <param name="EnTrop">Sum of the amounts paid beyond what was due.</param>
/// <param name="EnMoins">Sum of what was due and not paid, as a positive amount.</param>
public sealed record BilanDeRegle(RegleDePaye Regle, int Testes, int Constats, IReadOnlyDictionary<string, int> NonEvaluables, Montant EnTrop, Montant EnMoins)
{
    public static BilanDeRegle Vide(RegleDePaye regle) => new(regle, 0, 0, new Dictionary<string, int>(), default, default);

    public static BilanDeRegle operator +(BilanDeRegle a, BilanDeRegle b) => new(
        a.Regle, a.Testes + b.Testes, a.Constats + b.Constats,
        a.NonEvaluables.Concat(b.NonEvaluables).GroupBy(n => n.Key).ToDictionary(g => g.Key, g => g.Sum(n => n.Value)), a.EnTrop + b.EnTrop, a.EnMoins + b.EnMoins);
}
