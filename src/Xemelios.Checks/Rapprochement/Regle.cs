using Xemelios.Domain.Constats;

namespace Xemelios.Checks.Rapprochement;

/// <summary>One rule: its code, what it says, on what text it stands, and how it yields findings.</summary>
/// <param name="Code">Stable: never reused for another sense.</param>
/// <param name="BaseLegale">The text or the documentation that the rule applies.</param>
public sealed record Regle(
    string Code, string Libelle, string BaseLegale, Gravite Gravite, Func<EtatAControler, Regle, IEnumerable<Constat>> Examiner)
{
    public IEnumerable<Constat> Executer(EtatAControler etat) => Examiner(etat, this);

    internal Constat Constater(string message, Domain.Valeurs.Montant? montant, params IEnumerable<Preuve> preuves) =>
        new(Code, Gravite, message, montant, [.. preuves]);
}
