using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>What a reader may see of a folder, by one look at each thing: no SQL.</summary>
internal sealed class OracleDePerimetre(DossierTire dossier, Perimetre perimetre)
{
    public bool Voit(VolumeConnu v) => Permis(v.Siret).Any(p => (p.Budget is null || p.Budget == v.Budget) && Contient(p, v.Periode, v.Periode));

    public bool VoitActif(VolumeConnu v) => !v.Remplace && Voit(v);

    public bool Voit(FluxConnu f)
    {
        if (f.Siret is null)
            return false;
        var annees = f.Exercices.Select(e => e ?? f.AnneeDEnvoi).DefaultIfEmpty(f.AnneeDEnvoi);
        var droits = PermisDeCollectivite(f.Siret).Where(p => p.Budget is null || p.Budget == SeulBudget(f.Siret) || (f.Budget is { } b && p.Budget == CodeBudget.Cle(b))).ToList();
        return annees.All(a => droits.Exists(p => a is { } annee ? Contient(p, annee * 100 + 1, annee * 100 + 12) : SansBorne(p)));
    }

    public bool Voit(PieceConnue p) =>
        EstCitee(p)
        || (p.Pes is not null && Voit(p.Pes))
        || (p.Siret is not null && PermisDeCollectivite(p.Siret).Any(d => d.Budget is null && SansBorne(d)))
        || ((p.Siret is null || PermisDeCollectivite(p.Siret).Any())
            && (dossier.Volumes.Exists(v => v.Contenu == p.Contenu && VoitActif(v)) || (p.Contenant is { } c && VoitToutDe(c))));

    private bool VoitToutDe(int contenant)
    {
        var dedans = dossier.Volumes.Where(v => v.Contenant == contenant || dossier.Livraisons.Contains((v, contenant))).ToList();
        return dedans.Exists(v => !v.Remplace) && dedans.TrueForAll(Voit);
    }

    private bool EstCitee(PieceConnue p) =>
        dossier.Bulletins.Where(b => VoitActif(b.Volume)).Any(b => b.References.Any(r => Repond(b.Volume.Siret, r.IdUnique, r.Nom) == p))
        || dossier.Mandats.Where(m => Voit(m.Flux)).Any(m => Cite(m, p) || Designe(p, m));

    private static bool Cite(MandatConnu m, PieceConnue p) =>
        (p.Siret is null || p.Siret[..9] == m.Flux.Siret![..9])
        && ((m.IdUnique is not null && m.IdUnique == p.IdUnique)
            || (m.Nom is not null && Plier(m.Nom) == Plier(p.Nom) && (m.IdUnique is null || p.IdUnique is null)));

    private static bool Designe(PieceConnue p, MandatConnu m) =>
        p is { Designe: { } d, Pes: { Siret: not null } flux } && flux.Siret == m.Flux.Siret && Cle(flux.Budget) == Cle(m.Flux.Budget) && m.Exercice == d.Exercice && m.Numero == d.Numero;

    /// <summary>The piece that answers a reference: by identifier, by name, by name without its extension (PES page §11.3).</summary>
    private PieceConnue? Repond(string siret, string? idUnique, string? nom)
    {
        var candidates = dossier.Pieces.Where(p => dossier.Volumes.TrueForAll(v => v.Contenu != p.Contenu))
            .Where(p => Proprietaire(p) is not { } s || s == siret || s == siret[..9])
            .Select(p => (Piece: p, Regle: Regle(p, idUnique, nom))).Where(x => x.Regle > 0);
        return candidates.OrderBy(x => x.Regle).ThenBy(x => x.Piece.Pes?.AnneeDEnvoi ?? int.MaxValue)
            .ThenBy(x => x.Piece.Empreinte, StringComparer.Ordinal).ThenBy(x => x.Piece.Nom, StringComparer.Ordinal).ThenBy(x => x.Piece.Id).Select(x => x.Piece).FirstOrDefault();
    }

    private static int Regle(PieceConnue p, string? idUnique, string? nom)
    {
        if (p.Pes is not null && idUnique is not null && p.IdUnique == idUnique)
            return 1;
        if (p.Pes is not null && nom is not null && Plier(p.Nom) == Plier(nom))
            return 2;
        if (p.Pes is null && Plier(p.Nom) == Plier(nom ?? idUnique))
            return 3;
        return SansExtension(p.Nom) == Plier(idUnique) || SansExtension(p.Nom) == SansExtension(nom) ? 4 : 0;
    }

    // A piece that does not say whose it is, in an archive whose pay files are all of one employer, is this employer's.
    private string? Proprietaire(PieceConnue p)
    {
        if (p.Siret is not null || p.Contenant is not { } contenant)
            return p.Siret;
        var sirets = dossier.Volumes.Where(v => v.Contenant == contenant || dossier.Livraisons.Contains((v, contenant))).Select(v => v.Siret).Distinct().ToList();
        return sirets is [var seul] ? seul : null;
    }

    private IEnumerable<BudgetPermis> Permis(string siret) => perimetre.Budgets!.Where(p => p.Siret == siret || (p.Siret.Length == 9 && siret.StartsWith(p.Siret, StringComparison.Ordinal)));

    // A SIREN that two employers share says nothing of one of them.
    private IEnumerable<BudgetPermis> PermisDeCollectivite(string siret) => perimetre.Budgets!.Where(p =>
        Permis(siret).Contains(p) || (siret.Length == 9 && p.Siret.StartsWith(siret, StringComparison.Ordinal) && EstSeul(siret)));

    private static bool EstSeul(string siren) => DossierTire.Sirets.Count(s => s.StartsWith(siren, StringComparison.Ordinal)) < 2;

    private string? SeulBudget(string siret)
    {
        var siens = siret.Length == 14 ? siret : EstSeul(siret) ? DossierTire.Sirets.FirstOrDefault(s => s.StartsWith(siret, StringComparison.Ordinal)) : null;
        var budgets = dossier.Volumes.Where(v => v.Siret == siens && !v.Remplace).Select(v => v.Budget).Distinct().ToList();
        return budgets is [var seul] ? seul : null;
    }

    private static bool SansBorne(BudgetPermis p) => p.Du is null && p.Au is null;

    private static bool Contient(BudgetPermis p, int debut, int fin) => (p.Du is not { } du || du.Cle <= fin) && (p.Au is not { } au || au.Cle >= debut);

    private static string? Cle(string? budget) => budget is null ? null : CodeBudget.Cle(budget);

    private static string? Plier(string? nom) => nom?.ToLowerInvariant();

    private static string? SansExtension(string? nom) => nom is null ? null : Path.GetFileNameWithoutExtension(nom).ToLowerInvariant();
}
