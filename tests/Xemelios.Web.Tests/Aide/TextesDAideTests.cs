using System.Text.RegularExpressions;
using Xemelios.Checks.Moteur;
using Xemelios.Checks.Rapprochement;
using Xemelios.Domain.Constats;
using Xemelios.Web.Components.Layout;
using Xemelios.Web.Pages.Aide;

namespace Xemelios.Web.Tests.Aide;

/// <summary>The help tells of all that exists, of nothing else, and in good French.</summary>
public sealed partial class TextesDAideTests
{
    private static readonly string[] Rubriques = ["À quoi il sert", "Ce que l'on voit", "Ce que l'on peut faire", "D'où cela vient", "Si cela ne va pas"];
    private static readonly string[] ChampsDUnCode = ["Sens", "Gardé", "À faire", "Exemple"];
    private static readonly string[] MotsProscrits = ["the", "click", "paie", "paies", "login", "password", "email", "file", "upload"];

    [Fact]
    public void ChaqueEcranAUneAideEtChaqueAideAUnEcran()
    {
        var aides = TextesDAide.Ecrans.SelectMany(e => e.Routes).ToList();

        Assert.Empty(AccesDEcran.Routes.Keys.Except(aides));
        Assert.Empty(aides.Except(AccesDEcran.Routes.Keys));
        Assert.Equal(aides.Distinct(), aides);
        Assert.Equal(TextesDAide.Ecrans.Select(e => e.Titre).Distinct(), TextesDAide.Ecrans.Select(e => e.Titre));
    }

    [Fact]
    public void LAideDUnEcranDitAQuoiIlSertCeQuIlMontreEtQuoiFaireQuandIlNeRepondPas()
    {
        Assert.All(TextesDAide.Ecrans, e => Assert.Equal(Rubriques, e.Texte.Sections.Select(s => s.Titre)));
        Assert.All(TextesDAide.Ecrans.SelectMany(e => e.Texte.Sections, (e, s) => (e.Cle, s)), x => Assert.True(x.s.EnClair.Split(' ').Length >= 8, $"{x.Cle}, {x.s.Titre}"));
        Assert.All(TextesDAide.Ecrans, e => Assert.True(e.Texte.Fragments.Sum(f => f.Texte.Split(' ').Length) is >= 110 and <= 450, e.Cle));
        Assert.All(TextesDAide.Ecrans, e => Assert.Contains(e.Texte.Fragments, f => f.Adresse is not null && f.Adresse != e.Adresse));
    }

    [Fact]
    public void LAccesDUnEcranEstLuDansSesDroits()
    {
        Assert.Equal(
            "Profils : comptable, agent du poste (si son comptable lui délègue cette fonction), dans leur périmètre. Chaque ouverture est inscrite au journal avant que la page soit montrée.",
            AccesDEcran.Dire("/import"));
        Assert.StartsWith("Profils : comptable, administrateur,", AccesDEcran.Dire("/journal"), StringComparison.Ordinal);
        Assert.Contains("sans être connecté. Cet écran ne montre aucune donnée de paye", AccesDEcran.Dire("/aide"), StringComparison.Ordinal);
        Assert.StartsWith("Toute personne connectée", AccesDEcran.Dire("/mon-compte"), StringComparison.Ordinal);
        Assert.Contains("auditeur, juge des comptes,", AccesDEcran.Dire("/archives"), StringComparison.Ordinal);
        Assert.DoesNotContain("ordonnateur", AccesDEcran.Dire("/restitution/{Siret}/{*Matricule}"), StringComparison.Ordinal);
        Assert.All(AccesDEcran.Routes.Keys, r => Assert.NotNull(AccesDEcran.Dire(r)));
        Assert.Null(AccesDEcran.Dire("/nulle-part"));
    }

    [Fact]
    public void ChaqueAnomalieEtChaqueRegleDitSonSensCeQuiEstGardeEtQuoiFaire()
    {
        Assert.Empty(CatalogueDesAnomalies.Tous.Keys.Concat(ReglesDuRapprochement.Toutes.Select(r => r.Code)).Except(TextesDAide.ParCode.Keys));
        Assert.All(TextesDAide.ParCode.Values, c => Assert.Equal(ChampsDUnCode, c.Texte.Champs.Keys));
        Assert.All(TextesDAide.ParCode.Values, c => Assert.All(c.Texte.Champs, champ => Assert.NotEmpty(TexteDAide.EnClair(champ.Value).Trim())));
        Assert.All(TextesDAide.ParCode.Keys, c => Assert.Contains(c.Split('-')[0], TextesDAide.FamillesDeCodes.Keys));
        Assert.Equal((Gravite.Avertissement, CatalogueDesAnomalies.SiretInutilisable.Sens), (TextesDAide.ParCode["XHL-0012"].Gravite, TextesDAide.ParCode["XHL-0012"].Phrase));
        Assert.Contains("2012-1246", TextesDAide.ParCode["RAP-01"].BaseLegale, StringComparison.Ordinal);
    }

    [Fact]
    public void ChaqueControleDitSaMethodeSesLimitesEtQuoiDemander()
    {
        var sections = TextesDAide.FamillesDeControles.Values.SelectMany(f => f.Sections).ToList();

        Assert.Equal(CatalogueDesRegles.Toutes.Select(r => r.Code), sections.Select(s => s.Titre).Order(StringComparer.Ordinal));
        Assert.All(sections, s => Assert.Equal(["Méthode", "Limites", "À demander"], s.Champs.Keys));
        Assert.All(sections, s => Assert.All(s.Champs, champ => Assert.True(TexteDAide.EnClair(champ.Value).Trim().Length > 5, s.Titre)));
        Assert.All(sections, s => Assert.Contains(s.Titre.Split('-')[0], TextesDAide.FamillesDeControles.Keys));
    }

    [Fact]
    public void ChaqueRaccourciDitAQuoiIlSert()
    {
        var touches = Raccourci.Tous.Select(r => string.Join(' ', r.Touches)).ToList();

        Assert.Empty(Raccourci.Tous.Where(r => string.IsNullOrWhiteSpace(TextesDAide.De(r)?.EnClair)).Select(r => string.Join(' ', r.Touches)));
        Assert.Empty(TextesDAide.Fichiers["raccourcis"].Sections.Select(s => s.Titre).Except(touches));
        Assert.Equal(touches.Distinct(), touches);
    }

    [Fact]
    public void ChaqueTermeAUneDefinitionUneSourceEtUneAncre()
    {
        Assert.Empty(TextesDAide.Termes.Where(t => TexteDAide.EnClair(t.Texte.Champs.GetValueOrDefault("Source") ?? []).Length < 10).Select(t => t.Nom));
        Assert.Empty(TextesDAide.Termes.Where(t => t.Texte.Blocs[0].EstUneListe || TexteDAide.EnClair(t.Texte.Blocs[0].Lignes[0]).Length < 40).Select(t => t.Nom));
        Assert.Equal(TextesDAide.Termes.Select(t => t.Ancre).Distinct(), TextesDAide.Termes.Select(t => t.Ancre));
        Assert.True(TextesDAide.Termes.Count >= 50);
    }

    [Fact]
    public void ChaqueLienDeLAideMeneQuelquePart()
    {
        HashSet<string> adresses =
        [
            .. AccesDEcran.Routes.Keys.Where(r => !r.Contains('{', StringComparison.Ordinal)), .. TextesDAide.Ecrans.Select(e => e.Adresse),
            .. TextesDAide.Termes.Select(t => t.Adresse), .. TextesDAide.ParCode.Values.Select(c => c.Adresse),
        ];

        Assert.Empty(TextesDAide.Fichiers.Values.SelectMany(f => f.Fragments.Where(x => x.Sorte == SorteDeFragment.Lien && !adresses.Contains(x.Adresse!)).Select(x => $"{f.Nom} : {x.Adresse}")));
    }

    [Fact]
    public void LesTextesSontEnFrancaisEtDisentPaye()
    {
        var phrases = TextesDAide.Fichiers.Values.SelectMany(f => f.Sections.Select(s => s.Titre).Concat(f.Fragments.Where(x => x.Sorte != SorteDeFragment.Code).Select(x => x.Texte)).Select(t => (f.Nom, Texte: t))).ToList();

        Assert.DoesNotContain(phrases, p => MotsProscrits.Any(m => Regex.IsMatch(p.Texte, $@"\b{m}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))));
        Assert.DoesNotContain(phrases, p => SigneColle().IsMatch(p.Texte));
        Assert.DoesNotContain(phrases, p => p.Texte.Contains('"') || p.Texte.Contains("...", StringComparison.Ordinal));
    }

    /// <summary>A word and the sign that should stand apart from it.</summary>
    [GeneratedRegex(@"[\w»][;!?](\s|$)|\w:(\s|$)|«\S|[^\s\u00A0]»", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SigneColle();
}
