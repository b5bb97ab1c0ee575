using System.Text.RegularExpressions;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>What a bulletin that was read lacks or contradicts. Quality indicators, never conditions of import.</summary>
internal static partial class ControleDuBulletin
{
    public static void Controler(Bulletin bulletin, LecteurDeValeurs valeurs)
    {
        void Signaler(TypeDAnomalie type, string? message = null) => valeurs.SignalerEn(type, bulletin.Provenance, message);

        foreach (var (nom, absent) in Obligatoires(bulletin))
        {
            if (absent)
                Signaler(DonneeObligatoireAbsente, $"La donnée {nom} manque dans un bulletin : elle reste inconnue (ni vide ni zéro).");
        }

        foreach (var (nom, absent) in MontantsObligatoires(bulletin))
        {
            if (absent)
                Signaler(MontantObligatoireAbsent, $"Le montant {nom} manque ou est illisible dans un bulletin : il n'est pas compté pour zéro.");
        }

        if (bulletin.Agent is null) Signaler(AgentAbsent);
        if (bulletin.Lignes.Count == 0) Signaler(bulletin.ARemuneration ? RemunerationVide : RemunerationAbsente);
        if (bulletin.Evenements.Count > 2) Signaler(NombreuxEvenements);
        if (bulletin.Evenements.Any(e => EstUnTexte(e.Code))) Signaler(TexteDansLeCode);
        if (bulletin.Agent?.Nir is { } nir && !NirEntier().IsMatch(nir)) Signaler(NirMasque);
        if (bulletin.Quotite == 0 || bulletin.Agent?.IndiceTexte is ['0', ..]) Signaler(ZeroInconnu);
        if (bulletin.Periodes.Any(p => p is { Debut: { } debut, Fin: { } fin } && (debut.Year, debut.Month) != (fin.Year, fin.Month))) Signaler(PeriodeHorsDuMois);
        if (bulletin.Nbi.Count > 1) Signaler(PlusieursNbi);
        if (SontDesFractions(bulletin.RepartitionsBudget)) Signaler(TauxEnFraction);
        if (SeContredisent(bulletin.Agent)) Signaler(ReferenceStatutaireContraire);
        if (!LeNetSeRetrouve(bulletin)) Signaler(LignesIncompletes);
    }

    private static IEnumerable<(string Nom, bool Absent)> Obligatoires(Bulletin bulletin)
    {
        if (bulletin.Agent is { } agent)
        {
            yield return ("Nom", agent.Nom is null);
            yield return ("Matricule", agent.Matricule is null);
            yield return ("NIR", agent.Nir is null);
            yield return ("Statut", agent.Statut is null);
            yield return ("EmploiMetier", agent.EmploiMetier is null);
            yield return ("Grade", agent.Grade is null);
            yield return ("Echelon", agent.Echelon is null);
            yield return ("Indice", agent.IndiceTexte is null);
        }

        yield return ("Service", bulletin.Service is null);
        yield return ("Periode", bulletin.Periodes.Count == 0);
        yield return ("DatePaiement", bulletin.DatePaiement is null);
    }

    private static IEnumerable<(string Nom, bool Absent)> MontantsObligatoires(Bulletin bulletin)
    {
        yield return ("MtBrut", bulletin.MtBrut is null);
        yield return ("MtNet", bulletin.MtNet is null);
        yield return ("MtNetAPayer", bulletin.MtNetAPayer is null);
        yield return ("MtImposable", bulletin.MtImposable is null);
    }

    /// <summary>A code is one word; some files write the whole event there, cut at 24 characters.</summary>
    private static bool EstUnTexte(string? code) => code is { Length: > 8 } && code.Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex(@"^\d{5}[0-9AB]{2}\d{6}(\d{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NirEntier();

    private static bool SontDesFractions(IReadOnlyList<RepartitionBudget> parts)
    {
        var taux = parts.Where(p => p.Taux is not null).Select(p => p.Taux!.Value).ToList();
        return taux.Count > 0 && taux.Sum() is > 0.98m and < 1.02m;
    }

    /// <summary>The NET code begins with T for titulaires and S for stagiaires (format page §5.4).</summary>
    private static bool SeContredisent(Agent? agent) => agent is { ReferenceStatutaireCode: { Length: 4 } code, Statut: { } statut } &&
        (statut == "TITULAIRE" && code[0] != 'T' || statut == "STAGIAIRE" && code[0] != 'S');

    private static bool LeNetSeRetrouve(Bulletin bulletin)
    {
        if (bulletin.Lignes.Count == 0 || bulletin.MtNet is not { } net)
            return true;
        long brut = 0, deduction = 0, retenue = 0;
        foreach (var ligne in bulletin.Lignes)
        {
            var centimes = ligne.Montant?.Centimes ?? 0;
            if (ligne.Categorie.EstBrut()) brut += centimes;
            else if (ligne.Categorie == CategorieDeLigne.Deduction) deduction += centimes;
            else if (ligne.Categorie == CategorieDeLigne.Retenue) retenue += centimes;
        }

        // The sign of the two categories is a matter of the whole file: any pair that gives the net is right here.
        return (new[] { (1, 1), (1, -1), (-1, 1), (-1, -1) })
            .Any(s => Math.Abs(brut - s.Item1 * deduction - s.Item2 * retenue - net.Centimes) <= ObservationDesSignes.ToleranceEnCentimes);
    }
}
