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
        void Signaler(TypeDAnomalie type) => valeurs.SignalerEn(type, bulletin.Provenance);

        ControlerLaPresence(bulletin, valeurs);
        ControlerLesMontants(bulletin, valeurs);
        if (bulletin.Agent is null) Signaler(AgentAbsent);
        if (bulletin.Lignes.Count == 0) Signaler(bulletin.ARemuneration ? RemunerationVide : RemunerationAbsente);
        if (bulletin.Evenements.Count > 2) Signaler(NombreuxEvenements);
        if (bulletin.Evenements.Count > 0 && bulletin.Evenements.Any(e => EstUnTexte(e.Code))) Signaler(TexteDansLeCode);
        if (bulletin.Agent?.Nir is { } nir && !NirEntier().IsMatch(nir)) Signaler(NirMasque);
        if (bulletin.Quotite == 0 || bulletin.Agent?.IndiceTexte is ['0', ..]) Signaler(ZeroInconnu);
        if (ADesPeriodesHorsDuMois(bulletin.Periodes)) Signaler(PeriodeHorsDuMois);
        if (bulletin.Nbi.Count > 1) Signaler(PlusieursNbi);
        if (bulletin.RepartitionsBudget.Count > 0 && SontDesFractions(bulletin.RepartitionsBudget)) Signaler(TauxEnFraction);
        if (SeContredisent(bulletin.Agent)) Signaler(ReferenceStatutaireContraire);
        if (!LeNetSeRetrouve(bulletin)) Signaler(LignesIncompletes);
    }

    private static void ControlerLaPresence(Bulletin bulletin, LecteurDeValeurs valeurs)
    {
        void Exiger(string nom, bool present)
        {
            if (!present)
                valeurs.SignalerEn(DonneeObligatoireAbsente, bulletin.Provenance, $"La donnée {nom} manque dans un bulletin : elle reste inconnue (ni vide ni zéro).");
        }

        if (bulletin.Agent is { } agent)
        {
            Exiger("Nom", agent.Nom is not null);
            Exiger("Matricule", agent.Matricule is not null);
            Exiger("NIR", agent.Nir is not null);
            Exiger("Statut", agent.Statut is not null);
            Exiger("EmploiMetier", agent.EmploiMetier is not null);
            Exiger("Grade", agent.Grade is not null);
            Exiger("Echelon", agent.Echelon is not null);
            Exiger("Indice", agent.IndiceTexte is not null);
        }

        Exiger("Service", bulletin.Service is not null);
        Exiger("Periode", bulletin.Periodes.Count > 0);
        Exiger("DatePaiement", bulletin.DatePaiement is not null);
    }

    private static void ControlerLesMontants(Bulletin bulletin, LecteurDeValeurs valeurs)
    {
        void Exiger(string nom, bool present)
        {
            if (!present)
                valeurs.SignalerEn(MontantObligatoireAbsent, bulletin.Provenance, $"Le montant {nom} manque ou est illisible dans un bulletin : il n'est pas compté pour zéro.");
        }

        Exiger("MtBrut", bulletin.MtBrut is not null);
        Exiger("MtNet", bulletin.MtNet is not null);
        Exiger("MtNetAPayer", bulletin.MtNetAPayer is not null);
        Exiger("MtImposable", bulletin.MtImposable is not null);
    }

    private static bool ADesPeriodesHorsDuMois(IReadOnlyList<PeriodeDePaye> periodes)
    {
        for (var i = 0; i < periodes.Count; i++)
        {
            if (periodes[i] is { Debut: { } debut, Fin: { } fin } && (debut.Year, debut.Month) != (fin.Year, fin.Month))
                return true;
        }

        return false;
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
        foreach (ref readonly var ligne in bulletin.Lignes.AsSpan())
        {
            var centimes = ligne.Montant?.Centimes ?? 0;
            if (ligne.Categorie.EstBrut()) brut += centimes;
            else if (ligne.Categorie == CategorieDeLigne.Deduction) deduction += centimes;
            else if (ligne.Categorie == CategorieDeLigne.Retenue) retenue += centimes;
        }

        // The sign of the two categories is a matter of the whole file: any pair that gives the net is right here.
        return EstProche(brut - deduction - retenue) || EstProche(brut - deduction + retenue) ||
            EstProche(brut + deduction - retenue) || EstProche(brut + deduction + retenue);

        bool EstProche(long calcule) => Math.Abs(calcule - net.Centimes) <= ObservationDesSignes.ToleranceEnCentimes;
    }
}
